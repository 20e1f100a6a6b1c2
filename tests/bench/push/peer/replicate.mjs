// replicate.mjs COUNT BYTES FOLDER: as many documents of so many bytes in a PouchDB, replicated to a pouchdb-server
// that keeps them on the disk; prints the seconds from the first request to the end of the replication.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import PouchDB from 'pouchdb';

const [count, bytes, folder] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]];

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = probe.address();
    probe.close(() => resolve(free));
  });
});
const server = spawn(process.execPath,
  ['node_modules/pouchdb-server/bin/pouchdb-server', '--port', `${port}`, '--host', '127.0.0.1', '--dir', folder,
    '--config', `${folder}/config.json`, '--log-file', `${folder}/log.txt`],
  { stdio: 'ignore' });
process.on('exit', () => server.kill());
const address = `http://127.0.0.1:${port}`;
for (let tries = 0; ; ++tries) {
  try {
    await fetch(address);
    break;
  } catch (error) {
    if (tries > 300) throw error;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
}
const local = new PouchDB(`${folder}/local`);
for (let from = 0; from < count; from += 1000) {
  const documents = [];
  for (let i = from; i < Math.min(count, from + 1000); ++i)
    documents.push({ _id: `case-${i}`, text: randomBytes(bytes).toString('base64').slice(0, bytes) });
  await local.bulkDocs(documents);
}
const remote = new PouchDB(`${address}/cases`);
await remote.info();
const begun = process.hrtime.bigint();
const done = await local.replicate.to(remote, { batch_size: 500 });
const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
const { doc_count: kept } = await remote.info();
if (!done.ok || kept !== count) throw new Error(`${kept} of ${count} documents arrived`);
console.log(JSON.stringify({ seconds }));
process.exit(0);
