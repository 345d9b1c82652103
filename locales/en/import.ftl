# Files of the office: tilik import, and files sent in a chat.

import-line-new = + { $what }: { $as }
import-line-changed = ~ { $what }: { $changes }
import-line-ended = − { $what }: { $as }
import-and = { $first }; { $rest }
import-post = { $title }, { $unit }
import-left = leaves
import-otherwise = The office's records have changed since this file was checked, so that it now means something else. Send the file once more.
