-- A line above a list was its heading. In Markdown a heading says so itself.
update stage_guidance
   set text = regexp_replace(text, '(^|\n)[ \t]*([^-#\s][^\n]*)\n(?=- )', E'\\1### \\2\n\n', 'g');
