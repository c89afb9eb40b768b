import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-jsonrpc/node';
import { root } from './files.js';

/** From 0, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Diagnostic {
  readonly range: Range;
  readonly code: string;
  readonly codeDescription?: { readonly href: string };
  readonly message: string;
}

export interface CodeAction {
  readonly title: string;
  readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] };
}

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

interface WorkspaceEdit {
  readonly documentChanges?: readonly { readonly edits: readonly TextEdit[] }[];
  readonly changes?: Readonly<Record<string, readonly TextEdit[]>>;
}

/** Settings that the server does not work without, and no others. */
const SETTINGS = {
  validate: 'on',
  run: 'onType',
  experimental: {},
  codeAction: { disableRuleComment: { enable: true, location: 'separateLine' }, showDocumentation: { enable: true } },
  rulesCustomizations: [],
  problems: { shortenToSingleLine: false },
  nodePath: null,
  options: {},
  workingDirectory: { mode: 'location' },
};

/** A client of ESLint's language server, for one workspace. */
export class EslintServer {
  private readonly process: ChildProcess;
  private readonly connection: MessageConnection;
  private readonly uri: string;
  private edits: readonly TextEdit[] = [];

  constructor(private readonly directory: string) {
    this.uri = pathToFileURL(directory).href;
    const server = join(root, 'node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server');
    this.process = spawn(process.execPath, [server, '--stdio'], { cwd: directory, stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.process;
    if (stdin === null || stdout === null) throw new Error('the server has no standard streams');
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
      items.map(() => ({ ...SETTINGS, workspaceFolder: { uri: this.uri, name: 'sample' } })));
    this.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      this.edits = [...(edit.documentChanges ?? []).flatMap(({ edits }) => edits), ...Object.values(edit.changes ?? {}).flat()];
      return { applied: true };
    });
    // Registrations, questions about which ESLint may be used, and refreshes: all are welcome.
    this.connection.onRequest(() => null);
    this.connection.listen();
  }

  async initialize(): Promise<void> {
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: this.uri,
      workspaceFolders: [{ uri: this.uri, name: 'sample' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true, applyEdit: true, workspaceEdit: { documentChanges: true } },
        textDocument: {
          diagnostic: {},
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
        },
      },
    });
    await this.connection.sendNotification('initialized', {});
  }

  async open(file: string, languageId: string, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: this.uriOf(file), languageId, version: 1, text } });
  }

  async change(file: string, version: number, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uriOf(file), version },
      contentChanges: [{ text }],
    });
  }

  /** Asks for the findings: the server sends none by itself. */
  async diagnostics(file: string): Promise<readonly Diagnostic[]> {
    const { items } = await this.connection.sendRequest<{ items: readonly Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: this.uriOf(file) },
    });
    return items;
  }

  async codeActions(file: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
    return await this.connection.sendRequest<readonly CodeAction[] | null>('textDocument/codeAction', {
      textDocument: { uri: this.uriOf(file) },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    }) ?? [];
  }

  /** Runs an action's command; what the server then wants to be edited. */
  async run({ command }: CodeAction): Promise<readonly TextEdit[]> {
    this.edits = [];
    await this.connection.sendRequest('workspace/executeCommand', command);
    return this.edits;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
  }

  private uriOf(file: string): string {
    return pathToFileURL(join(this.directory, file)).href;
  }
}
