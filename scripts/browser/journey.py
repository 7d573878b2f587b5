"""One journey: who is on it, how far it has come, and what to say when it goes wrong."""
import contextlib
import itertools
import pathlib
import re
import tempfile
import urllib.parse

import playwright.sync_api

import visitor

HAN = re.compile(r"[\u4e00-\u9fff]")
CODE = re.compile(r"^\d{6}$", re.MULTILINE)
LINK = re.compile(r"http://\S+")
PASSWORD = "quiet river 8 lanterns"
NEW_PASSWORD = "seven slow boats 3"
GREETED = "header.top .me"
visitors = itertools.count()


class Trouble(Exception):
    """What was found otherwise than it should be."""


class Journey:
    def __init__(self, name, variant, market, browser, inspector):
        self.name, self.variant = name, variant
        self.market, self.browser, self.inspector = market, browser, inspector
        self.visitors, self.at = [], "the beginning"
        # Somebody else on each journey.
        key = f"{name}-{variant.language}-{variant.width}-{'yes' if variant.has_scripts else 'no'}"
        self.email = f"{key.lower()}@example.com"

    def in_chinese(self, chinese, english):
        """What somebody would type in the language of the journey."""
        return chinese if self.variant.language == "zh-CN" else english

    def visitor(self, **options):
        number = next(visitors)
        # Of those that are there for trials (RFC 2544).
        address = f"198.18.{number // 250}.{number % 250 + 1}"
        self.visitors.append(visitor.Visitor(self, address, **options))
        return self.visitors[-1]

    def step(self, what):
        self.at = what

    def expect(self, wanted, found, what):
        if wanted != found:
            raise Trouble(f"{what}: {found!r} instead of {wanted!r}")

    def expect_that(self, holds, what):
        if not holds:
            raise Trouble(f"not so: {what}")

    def letter(self, receiver, is_wanted=lambda letter: True):
        """The next one that is wanted, which must be as all letters are to be."""
        while True:
            letter = self.market.letters.next(receiver)
            self.expect(["multipart/alternative", "text/plain", "text/html"], letter["kinds"],
                        "the parts of the letter")
            self.expect([], letter["defects"], "what is wrong with the letter")
            self.expect(self.variant.language == "zh-CN", bool(HAN.search(letter["subject"])),
                        f"the subject {letter['subject']!r} is in Chinese")
            self.expect_that(f'<html lang="{self.variant.language}"' in letter["html"],
                             "the letter is in the language of the journey")
            if is_wanted(letter):
                return letter

    def code(self, receiver):
        letter = self.letter(receiver, lambda letter: CODE.search(letter["text"]))
        code = CODE.search(letter["text"])[0]
        self.expect_that(code in letter["html"], "both parts of the letter have the code")
        return code

    def link(self, receiver, part):
        """The first in a letter that has such a path in it."""
        letter = self.letter(receiver, lambda letter: part in letter["text"])
        return next(link for link in LINK.findall(letter["text"]) if part in link)

    def failure(self, error):
        """Where it was, and a picture of what each visitor saw last."""
        place = pathlib.Path(tempfile.mkdtemp(prefix="journey-"))
        seen = []
        for number, each in enumerate(self.visitors, start=1):
            file = place / f"{number}.png"
            # What has crashed cannot be seen.
            with contextlib.suppress(playwright.sync_api.Error):
                each.tab.screenshot(path=file, full_page=True, timeout=5000)
            seen.append(f"  {urllib.parse.unquote(each.tab.url)}, seen in {file}")
        reason = str(error) or type(error).__name__
        return "\n".join([f"The journey “{self.name}” ({self.variant}) failed at: {self.at}",
                          f"  {reason}", *seen])

    def end(self):
        for each in self.visitors:
            each.close()
