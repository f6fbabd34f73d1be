"""House rules that a machine can check: `python tools/lint.py`, or `--count` to print how many notebooks there are.

Modules import only what comes before them (no cycle), `operators` knows no flow and `unrolled` no Glow, saved outputs hold nothing
that changes from run to run, nor do they keep widgets, notebooks stay under 300 KB and exported cells under 26 lines (one of 42 allowed)."""
import ast, json, re, sys
from pathlib import Path

root = Path(__file__).resolve().parent.parent
noise = re.compile(r'0x[0-9a-f]{8,}|/(?:home|root|tmp|work|Users)/|\d+%\||it/s\b|\d\d:\d\d:\d\d')
exported = re.compile(r'^#\s*\|\s*exports?\b', re.M)

def notebooks(): return [p for p in sorted((root/'nbs').glob('**/*.ipynb')) if not any(o.startswith(('_','.')) for o in p.relative_to(root).parts)]

def imports(path):
    "Names of the sibling modules that a module imports at its top."
    return {n.module.split('.')[-1] for n in ast.parse(path.read_text()).body if isinstance(n, ast.ImportFrom) and n.module and (n.level or n.module.startswith('flownotes'))}

def cycle(graph):
    "One import cycle, or None."
    state = {}
    def visit(m, path):
        if state.get(m)==2: return None
        if m in path: return path[path.index(m):] + [m]
        found = next((c for o in sorted(graph.get(m, ())) if (c := visit(o, path+[m]))), None)
        state[m] = 2
        return found
    return next((c for m in sorted(graph) if (c := visit(m, []))), None)

def reach(graph, m, seen=None):
    seen = set() if seen is None else seen
    for o in graph.get(m, ()):
        if o not in seen: seen.add(o); reach(graph, o, seen)
    return seen

def check_modules():
    graph = {p.stem:imports(p) for p in (root/'flownotes').glob('*.py') if not p.stem.startswith('_')}
    if c := cycle(graph): yield 'import cycle: ' + ' -> '.join(c)
    for m,banned in dict(operators={'flow','glow','prox'}, unrolled={'glow','prox','operators'}).items():
        if bad := reach(graph, m) & banned: yield f'{m} must not import {", ".join(sorted(bad))}'

def text(out):
    for k in ('text', 'traceback'):
        if k in out: yield ''.join(out[k])
    for k,v in out.get('data', {}).items():
        if k.startswith('text/'): yield ''.join(v)

def check_notebook(p):
    name,nb,long = p.relative_to(root/'nbs'),json.loads(p.read_text()),0
    if 'widgets' in nb['metadata']: yield f'{name}: saved widgets, which change from run to run; delete them from its metadata'
    if p.stat().st_size>300*1024: yield f'{name}: {p.stat().st_size//1024} KB, at most 300'
    for i,c in enumerate(nb['cells']):
        src = ''.join(c['source'])
        if c['cell_type']!='code': continue
        if exported.search(src):
            n = sum(bool(l.strip()) and not l.startswith('#|') for l in src.splitlines())
            long += n>25
            if n>42 or long>1: yield f'{name} cell {i}: an exported cell of {n} lines'
        for out in c.get('outputs', []):
            if out['output_type']=='error': yield f'{name} cell {i}: a saved error'
            for t in text(out):
                if m := noise.search(t): yield f'{name} cell {i}: saved output changes from run to run: {t[max(0, m.start()-20):m.end()+20]!r}'

def main():
    if '--count' in sys.argv: print(len(notebooks())); return 0
    found = [*check_modules(), *(e for p in notebooks() for e in check_notebook(p))]
    print('\n'.join(found) or f'{len(notebooks())} notebooks, nothing to mend')
    return bool(found)

if __name__=='__main__': sys.exit(main())
