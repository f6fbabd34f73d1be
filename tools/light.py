"""Give every saved picture a palette of 256 colours, half the bytes or less, and join what a cell printed: `python tools/light.py`
(a second run changes nothing).

Pictures that would not become a tenth lighter stay as they are. What is printed arrives in pieces, cut where a slow line happened to be
waited for; the pieces of one cell become one. `tools/lint.py` says when either is needed."""
import base64, io, json, sys
from pathlib import Path
from PIL import Image

def lighter(png:bytes)->bytes:
    "The picture with a palette, if that saves a tenth or more; otherwise the same bytes."
    im = Image.open(io.BytesIO(png))
    if im.mode=='P': return png
    out = io.BytesIO()
    im.convert('RGB').quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=1).save(out, format='png', optimize=True)   # rare colours, too: a colour bar keeps its steps; and grey stays grey
    return out.getvalue() if len(out.getvalue())<.9*len(png) else png

def pictures(nb:dict):
    "The places of a notebook that hold a picture."
    for c in nb['cells']:
        for o in c.get('outputs', []):
            if 'image/png' in o.get('data', {}): yield o['data']

def joined(outputs:list)->list:
    "The outputs of a cell, neighbours of one stream in one."
    out = []
    for o in outputs:
        if out and o['output_type']==out[-1]['output_type']=='stream' and o['name']==out[-1]['name']:
            out[-1]['text'] = ''.join([*out[-1]['text'], *o['text']]).splitlines(keepends=True)
        else: out.append(o)
    return out

def main():
    for p in sorted((Path(__file__).resolve().parent.parent/'nbs').glob('**/*.ipynb')):
        if '.ipynb_checkpoints' in p.parts: continue
        text = p.read_text(encoding='utf-8'); nb = json.loads(text); was = len(text)
        for d in pictures(nb):
            png = base64.b64decode(''.join(d['image/png']))
            if (out := lighter(png))!=png: d['image/png'] = base64.b64encode(out).decode()
        for c in nb['cells']:
            if 'outputs' in c: c['outputs'] = joined(c['outputs'])
        new = json.dumps(nb, ensure_ascii=False, indent=1, sort_keys=True)+'\n'
        if len(new)<was: p.write_text(new, encoding='utf-8'); print(f'{p.name}: {was//1024} -> {len(new)//1024} KB')

if __name__=='__main__': sys.exit(main())
