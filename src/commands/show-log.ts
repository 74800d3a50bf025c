import type { Command } from './command';

/** Shows the log, which never quotes a note. */
export const showLog: Command = {
  id: 'kintsugi.showLog',
  execute(product) {
    product.log.show();
    return Promise.resolve();
  },
};
