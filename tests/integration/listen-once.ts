// A listener on this machine for the one redirect of a sign-in.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export async function listenOnce(
  path: string,
): Promise<{ readonly url: string; readonly query: Promise<URLSearchParams> }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const query = new Promise<URLSearchParams>((resolve) => {
    server.once('request', (request, response) => {
      response.end('Back to the terminal.');
      server.close();
      resolve(new URL(request.url ?? '', 'http://127.0.0.1').searchParams);
    });
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, query };
}
