"""`python -m eia`: the command, where only Python itself may be started."""

from eia.cli import main

if __name__ == "__main__":
    main()
