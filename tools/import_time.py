"`import flownotes.core` may cost 0.3 s on top of `import torch`, all that restores a picture one second: the best of three fresh processes, timed inside each."
import subprocess, sys

code = 'import time, torch; t = time.perf_counter(); import {}; print(time.perf_counter() - t)'
limits = {'flownotes': .3, 'flownotes.core': .3, 'flownotes.restore': 1.}

if __name__=='__main__':
    slow = []
    for name,limit in limits.items():
        best = min(float(subprocess.run([sys.executable, '-c', code.format(name)], check=True, capture_output=True, text=True).stdout) for _ in range(3))
        print(f'import {name}: {best:.3f} s after torch, at most {limit} s')
        if best>limit: slow.append(name)
    sys.exit(f'too slow: {", ".join(slow)}' if slow else 0)
