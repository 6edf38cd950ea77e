// A language client that opens files and prints what Intelephense says of them.
//
//   node check.mjs FOLDER_OF_INTELEPHENSE PROJECT

import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [home, project] = process.argv.slice(2);
const uri = (path) => pathToFileURL(path).href;

/** The diagnostics of each file, by its address, once the server has sent them. */
const told = new Map();
const waiting = new Map();
let indexed;
const isIndexed = new Promise((resolve) => { indexed = resolve; });

const server = spawn(process.execPath, [join(home, 'node_modules/intelephense/lib/intelephense.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
});
const send = (message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
};
const answers = new Map();
let asked = 0;
const ask = (method, params) => new Promise((resolve) => {
    answers.set(++asked, resolve);
    send({ id: asked, method, params });
});

const settings = { environment: { phpVersion: '8.2.0' }, files: { maxSize: 1_000_000 }, diagnostics: { enable: true } };
const receive = (message) => {
    if (message.method === 'workspace/configuration') {
        send({ id: message.id, result: message.params.items.map(() => settings) });
    } else if (message.method === 'textDocument/publishDiagnostics') {
        told.set(message.params.uri, message.params.diagnostics);
        waiting.get(message.params.uri)?.(message.params.diagnostics);
    } else if (message.method === 'indexingEnded') {
        indexed();
    } else if (message.method && message.id !== undefined) {
        send({ id: message.id, result: null });
    } else if (message.id !== undefined) {
        answers.get(message.id)?.(message.result);
    }
};

let buffer = Buffer.alloc(0);
server.stdout.on('data', (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
        const head = /^Content-Length: (\d+)\r\n(?:.*\r\n)*?\r\n/.exec(buffer.toString('latin1'));
        if (!head || buffer.length < head[0].length + Number(head[1])) {
            return;
        }
        const end = head[0].length + Number(head[1]);
        receive(JSON.parse(buffer.subarray(head[0].length, end).toString()));
        buffer = buffer.subarray(end);
    }
});
server.on('exit', () => { console.error('Intelephense has ended'); process.exit(1); });
setTimeout(() => { console.error('Intelephense has not answered in time'); process.exit(1); }, 200_000).unref();

/** What it says of a file that is open. */
const open = (path) => new Promise((resolve) => {
    waiting.set(uri(path), resolve);
    send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri: uri(path), languageId: 'php', version: 1, text: readFileSync(path, 'utf8') } },
    });
});

const capabilities = { workspace: { configuration: true, workspaceFolders: true }, textDocument: { publishDiagnostics: {} } };
await ask('initialize', {
    processId: process.pid,
    rootUri: uri(project),
    workspaceFolders: [{ uri: uri(project), name: 'project' }],
    initializationOptions: { storagePath: join(project, '.intelephense'), clearCache: true },
    capabilities,
});
send({ method: 'initialized', params: {} });
await isIndexed;

const scripts = (folder) => readdirSync(join(project, folder), { recursive: true })
    .filter((name) => name.endsWith('.php'))
    .map((name) => join(project, folder, name));
// A declaration without a body has both, and editors say nothing of vendor/ anyway.
const OF_EVERY_STUB = /^(Not all paths return a value\.|Symbol '\$\w+' is declared but not used\.)$/;
let passed = 0;
let failed = 0;
for (const path of [...scripts('vendor/gearman-rs/stubs'), ...scripts('examples')]) {
    const isStub = path.endsWith('.stub.php');
    const complaints = (await open(path)).filter(({ message }) => !isStub || !OF_EVERY_STUB.test(message));
    complaints.length === 0 ? passed++ : failed++;
    for (const { range, message } of complaints) {
        console.log(`${path.slice(project.length + 1)}:${range.start.line + 1}: ${message}`);
    }
}

// The lines from the fifth on, but for those that only make an object.
const wrong = join(project, 'wrong/calls.php');
const lines = readFileSync(wrong, 'utf8').split('\n');
const found = new Set((await open(wrong)).map(({ range }) => range.start.line));
for (const [number, line] of lines.entries()) {
    if (number > 3 && line !== '' && !line.includes(' = new ')) {
        found.has(number) ? passed++ : failed++;
        found.has(number) || console.log(`wrong/calls.php:${number + 1}: nothing is said of ${line}`);
    }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
