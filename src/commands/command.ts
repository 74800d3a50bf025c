import type { Product } from '../product';

/** One command of the manifest. */
export interface Command {
  readonly id: string;
  execute(product: Product, ...parameters: readonly unknown[]): Promise<unknown>;
}
