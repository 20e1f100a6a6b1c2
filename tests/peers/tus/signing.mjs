// Signs a request as resources/api/WIRE.md says, with node's own crypto and nothing of the project.
import { createHash, createPrivateKey, randomBytes, sign } from 'node:crypto'
import tus from 'tus-js-client'

const derHead = Buffer.from('302e020100300506032b657004220420', 'hex') // PKCS 8 of an Ed25519 seed

export class Signer {
  constructor(device, seedHex) {
    this.device = device
    this.key = createPrivateKey({
      key: Buffer.concat([derHead, Buffer.from(seedHex, 'hex')]), format: 'der', type: 'pkcs8' })
  }

  header(method, url, body) {
    const { pathname, search } = new URL(url)
    const time = Date.now()
    const nonce = randomBytes(16).toString('hex')
    const hash = createHash('sha256').update(body).digest('hex')
    const text = ['yichuang-request-1', method, pathname + search, this.device, time, nonce, hash].join('\n')
    const signature = sign(null, Buffer.from(text), this.key).toString('base64')
    return `Yichuang device=${this.device},time=${time},nonce=${nonce},signature=${signature}`
  }
}

// A stack for tus-js-client that signs what its own stack sends.
export class SigningStack {
  constructor(signer, options = {}) {
    this.inner = new tus.DefaultHttpStack(options)
    this.signer = signer
  }

  createRequest(method, url) {
    const request = this.inner.createRequest(method, url)
    const send = request.send.bind(request)
    request.send = (body = null) => {
      request.setHeader('Authorization', this.signer.header(method, url, body ?? Buffer.alloc(0)))
      return send(body)
    }
    return request
  }

  getName() { return 'SigningStack' }
}
