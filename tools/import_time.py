"`import flownotes` may cost 0.3 s on top of `import torch`: the best of three fresh processes, timed inside each."
import subprocess, sys

code = 'import time, torch; t = time.perf_counter(); import flownotes; print(time.perf_counter() - t)'

if __name__=='__main__':
    best = min(float(subprocess.run([sys.executable, '-c', code], check=True, capture_output=True, text=True).stdout) for _ in range(3))
    print(f'import flownotes: {best:.3f} s after torch')
    sys.exit('expected at most 0.3 s' if best>.3 else 0)
