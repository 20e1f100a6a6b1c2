// client.mjs JSON: uploads pages with tus-js-client and prints {"done":[hash…],"seconds":…} or {"error":text}.
//   endpoint, count, size (bytes of each), chunk (bytes; 0 for one piece), parallel (uploads at once)
//   device, seed: sign as WIRE.md says; without them nothing is signed
//   abortAfter: bytes after which each upload is aborted; then it is resumed by another one from its URL
//   whole: the first bytes go with the creation; post: PATCH goes as POST; same: every page is the same
import { createHash } from 'node:crypto'
import http from 'node:http'
import tus from 'tus-js-client'
import { Signer, SigningStack } from './signing.mjs'

const wish = JSON.parse(process.argv[2])
const agent = new http.Agent({ keepAlive: true, maxSockets: wish.parallel })
const stack = wish.seed ? new SigningStack(new Signer(wish.device, wish.seed), { agent })
  : new tus.DefaultHttpStack({ agent })

function pageOf(number) {
  const page = Buffer.alloc(wish.size, wish.same ? 7 : number % 251)
  if (!wish.same && wish.size >= 8) page.writeDoubleBE(number + Math.random(), 0)
  return page
}

function send(page, hash, more) {
  return new Promise((resolve, reject) => {
    const upload = new tus.Upload(page, {
      endpoint: wish.endpoint, httpStack: stack, chunkSize: wish.chunk || Infinity, retryDelays: null,
      metadata: { sha256: hash, mediaType: 'image/png', filename: '第一页.png' },
      uploadDataDuringCreation: wish.whole ?? false, overridePatchMethod: wish.post ?? false,
      removeFingerprintOnSuccess: true, storeFingerprintForResuming: false,
      onError: reject, onSuccess: () => resolve(null), ...more(() => upload, resolve) })
    upload.start()
  })
}

async function uploadOne(number) {
  const page = pageOf(number)
  const hash = createHash('sha256').update(page).digest('hex')
  const aborting = (upload, resolve) => ({
    onChunkComplete: (size, accepted) => {
      if (accepted >= wish.abortAfter && accepted < wish.size)
        upload().abort().then(() => resolve(upload().url))
    } })
  const url = await send(page, hash, wish.abortAfter ? aborting : () => ({}))
  if (wish.abortAfter && !url) throw new Error('was not aborted')
  if (url) await send(page, hash, () => ({ uploadUrl: url }))
  return hash
}

const done = []
const begun = performance.now()
let next = 0
async function lane() {
  while (next < wish.count) done.push(await uploadOne(next++))
}
try {
  await Promise.all(Array.from({ length: wish.parallel }, lane))
  console.log(JSON.stringify({ done, seconds: (performance.now() - begun) / 1000 }))
} catch (error) {
  console.log(JSON.stringify({ error: String(error).slice(0, 500) }))
  process.exitCode = 1
}
agent.destroy()
