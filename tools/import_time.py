"`import flownotes` may cost 0.3 s more than `import torch`: medians of three fresh processes each."
import statistics, subprocess, sys, time

def seconds(code):
    def once():
        t = time.perf_counter(); subprocess.run([sys.executable, '-c', code], check=True); return time.perf_counter() - t
    once()
    return statistics.median(once() for _ in range(3))

if __name__=='__main__':
    a,b = seconds('import torch'),seconds('import torch, flownotes')
    print(f'import torch {a:.2f} s, with flownotes {b:.2f} s')
    sys.exit(f'import flownotes costs {b-a:.2f} s more than torch, expected at most 0.3' if b-a>.3 else 0)
