"""An authenticator app, as people have it on their telephones."""
import io
import time

import PIL.Image
import pyotp
import zxingcpp

# Until the code has been typed and looked at.
SECONDS_MIN = 4
DOTS = 4


class App:
    def __init__(self, secret):
        self.code = pyotp.TOTP(secret.replace(" ", ""))

    def before(self):
        """The code of the half minute before, which is still taken. Who turns the second step on
        with it can come in at once with the present one: no code is taken twice."""
        wait_for_room()
        return self.code.at(int(time.time()), counter_offset=-1)

    def now(self):
        wait_for_room()
        return self.code.now()


def wait_for_room():
    """So that a code is not of the half minute before while it is still being typed."""
    left = 30 - time.time() % 30
    if left < SECONDS_MIN:
        time.sleep(left + 0.1)


def scan(picture):
    """What a QR code on a picture of the screen says."""
    image = PIL.Image.open(io.BytesIO(picture)).convert("L")
    found = zxingcpp.read_barcodes(image)
    return found[0].text if found else None
