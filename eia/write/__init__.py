"""Writing files so that there is always a whole one: the old or the new, never half of either; of several, all or none."""

from eia.write.rewriting import rewrite, settle
from eia.write.whole import Impossible, Refused, advice, write_whole

__all__ = ["Impossible", "Refused", "advice", "rewrite", "settle", "write_whole"]
