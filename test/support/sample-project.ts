import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { read, root } from './files.js';

export const manifest = JSON.parse(read('package.json')) as {
  readonly name: string;
  readonly version: string;
  readonly bin: { readonly authlint: string };
  readonly dependencies: Readonly<Record<string, string>>;
};

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A project outside of ours that has installed the packed package; nothing is downloaded. */
export class SampleProject {
  readonly directory = realpathSync(mkdtempSync(join(tmpdir(), 'authlint-project-')));
  /** Of the installed package. */
  readonly installed = join(this.directory, 'node_modules', manifest.name);

  /** Packs what is built and installs it without its dependencies. */
  install(place: string = this.installed): void {
    const npm = ['pack', '--ignore-scripts', '--json', '--pack-destination', this.directory];
    const [packed] = JSON.parse(execFileSync('npm', npm, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as { filename: string }[];
    execFileSync('tar', ['-xzf', join(this.directory, packed?.filename ?? ''), '-C', this.directory]);
    mkdirSync(dirname(place), { recursive: true });
    cpSync(join(this.directory, 'package'), place, { recursive: true });
  }

  /** Installs the package with links to the dependencies that ours has. */
  installLinked(): void {
    this.install();
    for (const name of Object.keys(manifest.dependencies)) this.link(name);
  }

  /** Installs one of our own dependencies, maybe under another name. */
  link(name: string, as: string = name): void {
    const place = join(this.directory, 'node_modules', as);
    rmSync(place, { force: true });
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), place);
  }

  /** Writes files by their names, relative to the project. */
  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.directory, name)), { recursive: true });
      writeFileSync(join(this.directory, name), text);
    }
  }

  /** Runs Node in the project. */
  node(...args: string[]): Ran {
    return spawnSync(process.execPath, args, { cwd: this.directory, encoding: 'utf8', maxBuffer: 1e8 });
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
