"""House rules that a machine can check: `python tools/lint.py`, or `--count` to print how many notebooks there are.

Modules import only what comes before them (but for `AHEAD`) and know every name they use (a notebook may know more than the module made of
it), `operators` knows no flow and `unrolled` no Glow, saved outputs hold nothing that changes from run to run, and no widgets, but every picture,
and a reader can take in every cell: notebooks stay under 300 KB and 91 cells, text under 151 words a cell, code under 41 lines, 1,800
characters and 180 a line, exported cells under 26 lines (one of 42 allowed); all saved outputs together stay under 5 MB."""
import ast, builtins, dis, importlib, json, re, sys
from pathlib import Path

root = Path(__file__).resolve().parent.parent; sys.path.insert(0, str(root))
noise = re.compile(r'0x[0-9a-f]{8,}|/(?:home|root|tmp|work|Users)/|\d+%\||it/s\b|\d\d:\d\d:\d\d')
AHEAD = dict(glow={'reversible','runs'}, evaluate={'report'})   # by name, when called: a mode of the flow, a file of weights, and the report at the end of a command
exported = re.compile(r'^#\s*\|\s*exports?\b', re.M)

def notebooks(): return [p for p in sorted((root/'nbs').glob('**/*.ipynb')) if not any(o.startswith(('_','.')) for o in p.relative_to(root).parts)]

def imports(path)->set:
    "Names of the sibling modules that a module imports, wherever in it, by statement or by `import_module`."
    out = set()
    for n in ast.walk(ast.parse(path.read_text())):
        if isinstance(n, ast.ImportFrom) and n.level: out |= {n.module} if n.module else {o.name for o in n.names}
        elif isinstance(n, ast.ImportFrom) and n.module=='flownotes': out |= {o.name for o in n.names}
        elif isinstance(n, ast.ImportFrom) and n.module: out |= set(re.findall(r'^flownotes\.(\w+)', n.module))
        elif isinstance(n, ast.Import): out |= {o.name.split('.')[1] for o in n.names if o.name.startswith('flownotes.')}
        elif isinstance(n, ast.Constant) and isinstance(n.value, str): out |= set(re.findall(r'^flownotes\.(\w+)$', n.value))
    return out

def order()->dict:
    "Module -> place of its notebook."
    text = {p:p.read_text() for p in notebooks()}
    return {m[1]:i for i,t in enumerate(text.values()) if (m := re.search(r'default_exp (\w+)', t))}

def reach(graph, m, seen=None):
    seen = set() if seen is None else seen
    for o in graph.get(m, ()):
        if o not in seen: seen.add(o); reach(graph, o, seen)
    return seen

def check_modules():
    place = order(); graph = {m:imports(root/'flownotes'/f'{m}.py') & set(place) for m in place}
    for m,o in graph.items():
        if later := {k for k in o if place[k]>=place[m]} - AHEAD.get(m, set()): yield f'{m} must not import {", ".join(sorted(later))}: its notebook comes later'
    for m,banned in dict(operators={'flow','glow','prox'}, unrolled={'glow','prox','operators'}).items():
        if bad := reach(graph, m) & banned: yield f'{m} must not import {", ".join(sorted(bad))}'

def codes(code):
    yield code
    for o in code.co_consts:
        if hasattr(o, 'co_code'): yield from codes(o)

def check_names():
    for m in order():
        path = root/'flownotes'/f'{m}.py'; known = {*vars(importlib.import_module(f'flownotes.{m}')), *vars(builtins)}
        for c in codes(compile(path.read_text(), path, 'exec')):
            for i in dis.get_instructions(c):
                if i.opname=='LOAD_GLOBAL' and i.argval not in known: yield f'{m}.{c.co_name}: there is no {i.argval} in this module'

def text(out):
    for k in ('text', 'traceback'):
        if k in out: yield ''.join(out[k])
    for k,v in out.get('data', {}).items():
        if k.startswith('text/'): yield ''.join(v)

def check_notebook(p):
    name,nb,long = p.relative_to(root/'nbs'),json.loads(p.read_text()),0
    if 'widgets' in nb['metadata']: yield f'{name}: saved widgets, which change from run to run; delete them from its metadata'
    if p.stat().st_size>300*1024: yield f'{name}: {p.stat().st_size//1024} KB, at most 300'
    if len(nb['cells'])>90: yield f'{name}: {len(nb["cells"])} cells, at most 90'
    for i,c in enumerate(nb['cells']):
        src = ''.join(c['source'])
        if c['cell_type']!='code':
            if (n := sum(len(l.split()) for l in src.splitlines() if not l.startswith('|')))>150: yield f'{name} cell {i}: {n} words, at most 150'
            continue
        lines = [l for l in src.splitlines() if l.strip()]
        if not exported.search(src):
            if len(lines)>40 or len(src)>1800: yield f'{name} cell {i}: {len(lines)} lines of code, {len(src)} characters'
            if (n := max(map(len, lines), default=0))>180: yield f'{name} cell {i}: a line of {n} characters'
        else:
            n = sum(bool(l.strip()) and not l.startswith('#|') for l in src.splitlines())
            long += n>25
            if n>42 or long>1: yield f'{name} cell {i}: an exported cell of {n} lines'
        kinds = [o.get('name', i) for i,o in enumerate(c.get('outputs', []))]
        if any(a==b for a,b in zip(kinds, kinds[1:])): yield f'{name} cell {i}: what it printed lies in pieces; tools/light.py joins them'
        for out in c.get('outputs', []):
            if out['output_type']=='error': yield f'{name} cell {i}: a saved error'
            data = out.get('data', {})
            if 'Figure size' in ''.join(data.get('text/plain', '')) and 'image/png' not in data: yield f'{name} cell {i}: a figure without its picture; was it run with MPLBACKEND set?'
            for t in text(out):
                if m := noise.search(t): yield f'{name} cell {i}: saved output changes from run to run: {t[max(0, m.start()-20):m.end()+20]!r}'

def main():
    if '--count' in sys.argv: print(len(notebooks())); return 0
    size = sum(len(json.dumps(c.get('outputs', []))) for p in notebooks() for c in json.loads(p.read_text())['cells'])
    big = [f'saved outputs: {size/1e6:.1f} MB in all, at most 5; tools/light.py makes pictures lighter'] if size>5e6 else []
    found = [*big, *check_modules(), *check_names(), *(e for p in notebooks() for e in check_notebook(p))]
    print('\n'.join(found) or f'{len(notebooks())} notebooks, nothing to mend')
    return bool(found)

if __name__=='__main__': sys.exit(main())
