"""Sets Proofroom up and starts it: `python3 packaging/go.py run`, or `test`, `setup`, `bench`,
`make-library`.

Needs nothing but Python 3.11. This file alone stays readable for older Pythons, so that they can say so.
"""

import sys

if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this may well have an older one
        sys.exit("Proofroom needs Python 3.11 or newer. This is Python %d.%d." % sys.version_info[:2])  # noqa: UP031 - as above

    from commands import main

    sys.exit(main(sys.argv[1:]))
