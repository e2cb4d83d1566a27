"""`python -m studio` is `proofroom`."""

from studio.cli import main

if __name__ == "__main__":
    main()
