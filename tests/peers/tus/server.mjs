// server.mjs FOLDER: an independent tus server with files in FOLDER; prints {"listening":port}.
import http from 'node:http'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'

const tusServer = new Server({ path: '/v1/blobs', relativeLocation: true, datastore: new FileStore({ directory: process.argv[2] }) })
const server = http.createServer((request, response) => tusServer.handle(request, response))
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ listening: server.address().port })))
