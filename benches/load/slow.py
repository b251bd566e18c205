"""Clients that ask for much and read little."""

import contextlib
import socket
import threading
import time
from urllib.parse import urlsplit

# Something that is long and costs nothing to make: what they cost is what it costs to hold them.
ASKED = b"GET /openapi.json HTTP/1.1\r\nhost: localhost\r\n\r\n"
AT_ONCE = 20
SIP = 64


class SlowReaders:
    """So many connections, each of which has asked for 20 answers and takes 64 bytes a second. Who is cut off comes again."""

    def __init__(self, address: str, count: int):
        place = urlsplit(address)
        self.place, self.count = (place.hostname, place.port), count
        self.open: list[socket.socket] = []
        self.enough = threading.Event()
        self.thread = threading.Thread(target=self.read)

    def __enter__(self) -> "SlowReaders":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.enough.set()
        self.thread.join()
        for stream in self.open:
            stream.close()

    def held(self) -> int:
        return len(self.open)

    def read(self) -> None:
        while not self.enough.is_set():
            began = time.monotonic()
            self.open = [stream for stream in self.open if self.sip(stream)]
            while len(self.open) < self.count and not self.enough.is_set():
                with contextlib.suppress(OSError):
                    self.open.append(self.connect())
            self.enough.wait(max(0.0, 1 - (time.monotonic() - began)))

    def connect(self) -> socket.socket:
        stream = socket.socket()
        stream.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        stream.settimeout(5)
        stream.connect(self.place)
        stream.sendall(ASKED * AT_ONCE)
        stream.setblocking(False)
        return stream

    def sip(self, stream: socket.socket) -> bool:
        """Takes a little; whether the other side still holds on."""
        try:
            return bool(stream.recv(SIP))
        except BlockingIOError:
            return True
        except OSError:
            stream.close()
            return False
