// Guarantees: a CONNECT proxy that leads the real host names of AWS to the stand-in and everything else nowhere, so
// that clients use real URLs, with no port in them, as any user, and nothing can leave the machine.
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Faults } from './faults.ts';
import { endpointOf } from './regions.ts';

function refuse(socket: Duplex, line: string, ...headers: string[]): void {
  socket.end([`HTTP/1.1 ${line}`, ...headers, 'Content-Length: 0', 'Connection: close', '', ''].join('\r\n'));
}

function loggedIn(given: string | undefined, { proxyLogin }: Faults): boolean {
  if (!proxyLogin) return true;
  return given === `Basic ${Buffer.from(`${proxyLogin.user}:${proxyLogin.password}`).toString('base64')}`;
}

/** @param tlsPort where the stand-in speaks TLS. */
export function createProxy(tlsPort: number, faults: Faults): Server {
  const server = createServer((_, response) => response.writeHead(501).end());
  server.on('connect', (request, client: Duplex) => {
    client.on('error', () => client.destroy());
    if (faults.dropConnections) return void client.destroy();
    if (!loggedIn(request.headers['proxy-authorization'], faults)) {
      return refuse(client, '407 Proxy Authentication Required', 'Proxy-Authenticate: Basic realm="proxy"');
    }
    const [, host = '', port] = /^(.*):(\d+)$/.exec(request.url ?? '') ?? [];
    if (port !== '443' || !endpointOf(host)) return refuse(client, '403 Forbidden');
    const upstream = connect(tlsPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(upstream).pipe(client);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  return server;
}
