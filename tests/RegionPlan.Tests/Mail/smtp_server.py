"""A mail server for tests, on Debian's aiosmtpd: keeps every message as a file and answers as it is told.

Usage: smtp_server.py PORT FOLDER [CERTIFICATE KEY USER PASSWORD]
FOLDER/answers holds one answer a line, each used once, in order: "DATA 451 4.3.0 Try later", "RCPT 550 5.1.1 No such user".
With a certificate it wants STARTTLS and sign-in before anything else. Prints "ready", and ends when its standard input does.
"""
import json
import os
import ssl
import sys
from email import message_from_bytes, policy

try:
    from aiosmtpd.controller import Controller
    from aiosmtpd.smtp import AuthResult
except ImportError:
    sys.exit("python3-aiosmtpd is missing")

port, folder = int(sys.argv[1]), sys.argv[2]
secured = sys.argv[3:7]


def answer(command):
    """The next answer that was given for a command; None where there is none."""
    path = os.path.join(folder, "answers")
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    for at, line in enumerate(lines):
        if line.startswith(command + " "):
            with open(path, "w", encoding="utf-8") as file:
                file.write("\n".join(lines[:at] + lines[at + 1:]))
            return line[len(command) + 1:]
    return None


class Keeper:
    count = 0

    async def auth_login(self, server, args):
        """.NET writes the mechanism in small letters, as it may; aiosmtpd knows it by its large ones."""
        return await server.auth_LOGIN(server, args)

    async def handle_RCPT(self, server, session, envelope, address, options):
        if refusal := answer("RCPT"):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if refusal := answer("DATA"):
            return refusal
        message = message_from_bytes(envelope.content, policy=policy.default)
        Keeper.count += 1
        kept = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "user": getattr(session, "auth_data", None),
            "encrypted": session.ssl is not None,
            "heads": [[name.lower(), str(value)] for name, value in message.items()],
            "body": message.get_content(),
            "raw": envelope.content.decode("latin-1"),
        }
        name = os.path.join(folder, f"{Keeper.count:04}.json")
        with open(name + ".part", "w", encoding="utf-8") as file:
            json.dump(kept, file)
        os.rename(name + ".part", name)
        return "250 2.0.0 Taken"


def sign_in(server, session, envelope, mechanism, data):
    given = data.login.decode(), data.password.decode()
    return AuthResult(success=list(given) == secured[2:], auth_data=given[0], handled=False)


options = {}
if secured:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(secured[0], secured[1])
    options = {"tls_context": context, "require_starttls": True, "auth_required": True, "authenticator": sign_in}

controller = Controller(Keeper(), hostname="127.0.0.1", port=port, **options)
controller.start()
print("ready", flush=True)
sys.stdin.read()
controller.stop()
