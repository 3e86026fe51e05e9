// Guarantees: a server listens on loopback at a port of the system's choice, and when it closes, nothing of it stays
// open: neither idle connections nor tunnels that Node no longer counts as its own.
import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

export async function listen(server: Server): Promise<Listener> {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close();
      for (const socket of open) socket.destroy();
      if (server.listening || open.size > 0) await once(server, 'close');
    },
  };
}
