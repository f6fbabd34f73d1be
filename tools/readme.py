#!/usr/bin/env python
"""Make README.md from nbs/index.ipynb, with nothing but Python (nbdev's own way needs Quarto).

    python tools/readme.py          write README.md
    python tools/readme.py --check  exit code 1 if README.md is not up to date

Saved outputs are taken as they are; run the notebook first if it has changed."""
import json, re, sys
from pathlib import Path

root = Path(__file__).resolve().parent.parent

def links(s):
    "In the README, paths start at the root of the repository, not at nbs/."
    return re.sub(r'\]\((?!https?://|#|/|mailto:|\.\./)([^)\s]+\.(?:ipynb|png|jpg|svg)(?:#[^)\s]*)?)\)', r'](nbs/\1)', s).replace('](../', '](')

def output(o):
    "Markdown of one saved output: text in a code block, Markdown as it is; pictures are left out."
    text = lambda v: ''.join(v).rstrip('\n')
    data = o.get('data', {})
    if 'text/markdown' in data: return links(text(data['text/markdown']))
    if 'image/png' in data: return ''
    s = text(o['text'] if 'text' in o else data.get('text/plain', ''))
    return f'```text\n{s}\n```' if s else ''

def cell(c):
    "Markdown of one cell; `#| hide` leaves it out, `#| echo: false` shows its output alone."
    src = ''.join(c['source']).strip('\n')
    if c['cell_type']=='markdown': return links(src)
    marks = re.findall(r'^#\|\s*(.*?)\s*$', src, re.M)
    if c['cell_type']!='code' or 'hide' in marks: return ''
    code = re.sub(r'^#\|.*\n?', '', src, flags=re.M).strip('\n')
    show = code and 'echo: false' not in marks
    return '\n\n'.join(([f'```python\n{code}\n```'] if show else []) + [s for s in map(output, c.get('outputs', [])) if s])

def readme():
    cells = json.loads((root/'nbs'/'index.ipynb').read_text(encoding='utf-8'))['cells']
    note = '<!-- Made by tools/readme.py from nbs/index.ipynb: change it there. -->'
    return '\n\n'.join([note] + [s for s in map(cell, cells) if s]) + '\n'

def stale():
    "Notebooks whose row in the saved map does not say what their first cell says."
    text = readme(); out = []
    for p in (root/'nbs').rglob('*.ipynb'):
        if p.stem=='index' or '.ipynb_checkpoints' in p.parts: continue
        first = next((s for c in json.loads(p.read_text(encoding='utf-8'))['cells'] if (s := ''.join(c['source'])).startswith('# ')), '')
        line = lambda mark: next((o[len(mark):].strip() for o in first.splitlines() if o.startswith(mark)), '')
        if f'| {line("# ")} | {line("> ")} |' not in text: out.append(p.stem)
    return sorted(out)

if __name__=='__main__':
    if old := stale(): sys.exit(f'the map of notebooks in nbs/index.ipynb is not up to date for {", ".join(old)}: run it and save it')
    if {*sys.argv[1:]} - {'--check'}: sys.exit(__doc__)
    new,path = readme(),root/'README.md'
    if '--check' not in sys.argv: path.write_text(new, encoding='utf-8')
    elif not path.exists() or path.read_text(encoding='utf-8')!=new:
        print('README.md is not what nbs/index.ipynb says; run python tools/readme.py', file=sys.stderr)
        sys.exit(1)
