// What the outer world offers, built once in main and passed on.

import type { PoolConfig } from 'pg';
import type { Instant } from '../domain/shared/time.ts';
import type { Db } from './db.ts';
import type { Files } from './files.ts';
import type { Log } from './log.ts';
import type { Scanner } from './scanner.ts';
import type { Vault } from './vault.ts';

/** What a backup reads and where it goes. */
export interface BackupPlace {
  readonly folder: string;
  readonly connection: string | PoolConfig;
  /** Name and version of the program, written into the archive. */
  readonly program: string;
}

/** Where anchors go besides the page; null: nowhere. */
export interface AnchorWays {
  readonly folder: string | null;
  /** Address of a time stamp authority (RFC 3161). */
  readonly stampUrl: string | null;
}

export interface Platform {
  readonly db: Db;
  readonly files: Files;
  /** Looks for viruses in evidence; null: nobody does, and pages say so. */
  readonly scanner: Scanner | null;
  readonly log: Log;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** The data folder: its disk is watched. */
  readonly home: string;
  readonly backup: BackupPlace;
  readonly anchors: AnchorWays;
  /** Seals what must be kept and read back: secrets of time codes. Holds the data folder's own backup key. */
  readonly vault: Vault;
  /** Whether the database runs on this machine, by our own hand. */
  readonly ownDatabase: boolean;
  /** Whether a proxy in front of us is trusted to name the visitor's address. */
  readonly trustedProxy: boolean;
  /** Who bears it may read the figures from afar; null: only this machine. */
  readonly metricsToken: string | null;
}
