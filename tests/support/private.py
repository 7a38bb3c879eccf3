"""Who may read a file, as the system of this computer tells it."""

from __future__ import annotations

import re
import stat
import sys
from pathlib import Path


def is_private(path: Path) -> bool:
    """Tell whether a file or a folder is for its owner only.

    On Windows the system itself and its administrators are not counted, as root is not elsewhere.
    """
    if sys.platform == "win32":
        import win32security

        what = win32security.OWNER_SECURITY_INFORMATION | win32security.DACL_SECURITY_INFORMATION
        descriptor = win32security.GetFileSecurity(str(path), what)
        written = win32security.ConvertSecurityDescriptorToStringSecurityDescriptor(
            descriptor, win32security.SDDL_REVISION_1, what
        )
        owner = re.findall(r"O:([^DG:]+)", written)
        allowed = set(re.findall(r"\(A;[^)]*;([^;)]+)\)", written))
        return bool(allowed) and allowed <= {*owner, "OW", "SY", "BA"}
    return not stat.S_IMODE(path.stat().st_mode) & 0o077
