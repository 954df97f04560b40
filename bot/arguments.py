"""Arguments of the command line, read by argparse; what is wrong with them is said in one line."""

from argparse import ArgumentParser
from typing import NoReturn


class Parser(ArgumentParser):
    """Exits with status 2 and one line on standard error when the arguments are not understood."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message[:1].upper()}{message[1:]}. See {self.prog} --help\n")
