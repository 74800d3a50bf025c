import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { eventually } from '../ui/conditions';
import { asLine, readingLines } from './player-extension/protocol';
import type { Answer, Hello, Question, Request } from './player-extension/protocol';

const READY_MILLISECONDS = 60_000;
const ANSWER_MILLISECONDS = 120_000;

/** The player extension of one window, in one extension host: it ends with that host. */
export class Player {
  private readonly waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  private count = 0;
  /** Settles when the extension host has ended. */
  readonly gone: Promise<unknown>;

  constructor(
    private readonly socket: Socket,
    readonly hello: Hello,
  ) {
    this.gone = once(socket, 'close');
    socket.on('close', () => {
      for (const { reject } of this.waiting.values()) reject(new HostGone());
      this.waiting.clear();
    });
  }

  /** @throws HostGone where the extension host ends before it has answered */
  async ask(request: Request): Promise<unknown> {
    const id = ++this.count;
    const timer = setTimeout(() => {
      this.waiting.get(id)?.reject(new Error(`The window does not answer: ${JSON.stringify(request)}`));
    }, ANSWER_MILLISECONDS);
    try {
      return await new Promise<unknown>((resolve, reject) => {
        if (this.socket.destroyed) reject(new HostGone());
        this.waiting.set(id, { resolve, reject });
        this.socket.write(asLine({ id, request } satisfies Question));
      });
    } finally {
      clearTimeout(timer);
      this.waiting.delete(id);
    }
  }

  take(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    if ('error' in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.result);
  }
}

/** Tells that an extension host ended while it was asked for something. */
export class HostGone extends Error {
  override readonly name = 'HostGone';
}

/** Where the players of all windows report. */
export class Players {
  /** In the order in which they came; a folder may be open in more than one window. */
  private readonly players = new Set<Player>();

  private constructor(
    server: Server,
    readonly port: number,
  ) {
    server.on('connection', (socket) => {
      this.welcome(socket);
    });
    server.unref();
  }

  static async listen(): Promise<Players> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return new Players(server, typeof address === 'object' && address !== null ? address.port : 0);
  }

  /** @returns the player of the first window that has this folder open, as soon as there is one */
  async in(folder: string, patience = READY_MILLISECONDS): Promise<Player> {
    return await eventually(() => {
      const player = [...this.players].find(({ hello }) => hello.folder === folder);
      if (!player) throw new Error('No window has that folder open.');
      return player;
    }, patience);
  }

  private welcome(socket: Socket): void {
    let player: Player | undefined;
    socket.setEncoding('utf8').on(
      'data',
      readingLines((message) => {
        if (player) {
          player.take(message as Answer);
          return;
        }
        const hello = message as Hello;
        player = new Player(socket, hello);
        this.players.add(player);
      }),
    );
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (player) this.players.delete(player);
    });
  }
}
