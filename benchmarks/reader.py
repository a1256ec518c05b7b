"""A process like a worker of the server, that answers each address on standard input and tells when
it has.

It imports nothing but the application, so that its start and its memory are a worker's own.
"""

import sys

from benchmarks.asking import answer
from catalogue.wsgi import application

if __name__ == "__main__":
    for line in sys.stdin:
        print(len(answer(application, line.strip())), flush=True)
