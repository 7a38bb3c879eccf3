"""Everything that one system does otherwise than another: what Linux and macOS do, or Windows.

``posix`` and ``windows`` have the same functions; what each is for is told in ``posix``. A file
elsewhere that asks which system this is stands in ``tests/test_system.py``, with a reason. Knows
nothing else of ours.
"""

from __future__ import annotations

import sys

if sys.platform == "win32":
    from giz_gesprek.system import windows as _here
else:
    from giz_gesprek.system import posix as _here

ENDED_BY = _here.ENDED_BY
OWN_GROUP = _here.OWN_GROUP
OWN_VOICES = _here.OWN_VOICES
cell_of = _here.cell_of
end_group = _here.end_group
flush_folder = _here.flush_folder
has_cpp_runtime = _here.has_cpp_runtime
hide_typing = _here.hide_typing
is_in_use = _here.is_in_use
is_terminal = _here.is_terminal
keep_memory_off_the_disk = _here.keep_memory_off_the_disk
keep_private = _here.keep_private
new_private_file = _here.new_private_file
new_private_folder = _here.new_private_folder
open_folder = _here.open_folder
print_pdf = _here.print_pdf
reader_has_gone = _here.reader_has_gone
show_typing = _here.show_typing
