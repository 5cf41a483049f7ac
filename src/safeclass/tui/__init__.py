"""What is seen."""

import os

# Textual reads these when it is imported. Of whoever used this login before, none may reach the next person: some write
# each key or a picture of the lesson to the disk, and others keep the program from starting.
for _name in [name for name in os.environ if name.startswith("TEXTUAL")]:
    del os.environ[_name]
# Korean input methods send junk or nothing under the newer keyboard protocol.
os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
