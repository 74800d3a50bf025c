import { createServer } from 'node:http';

/** Starts a server that lets nobody in. @param status what it answers, 401 or 403 */
export async function startAskingServer(status = 401): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'WWW-Authenticate': 'Basic realm="notes"' }).end();
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    address: `http://127.0.0.1:${String(port)}/notes.git`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
