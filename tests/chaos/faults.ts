import type { Fault } from "@/tests/chaos/fault";
import { busCut } from "@/tests/chaos/faults/bus-cut";
import { clocksOff } from "@/tests/chaos/faults/clocks-off";
import { commitAnswerLost } from "@/tests/chaos/faults/commit-answer-lost";
import { databaseConnectionsCut } from "@/tests/chaos/faults/database-connections-cut";
import { databasePaused } from "@/tests/chaos/faults/database-paused";
import { databaseReplaced } from "@/tests/chaos/faults/database-replaced";
import { databaseSlow } from "@/tests/chaos/faults/database-slow";
import { deafReader } from "@/tests/chaos/faults/deaf-reader";
import { derivingHeldUp } from "@/tests/chaos/faults/deriving-held-up";
import { diskFull, readOnly } from "@/tests/chaos/faults/disk-full";
import { mutatedFrames } from "@/tests/chaos/faults/mutated-frames";
import { oldBackup } from "@/tests/chaos/faults/old-backup";
import { oneNumberTwice } from "@/tests/chaos/faults/one-number-twice";
import { peopleAsleep } from "@/tests/chaos/faults/people-asleep";
import { peopleComeAndGo } from "@/tests/chaos/faults/people-come-and-go";
import { postgresKilledBriefly, postgresKilledForLong } from "@/tests/chaos/faults/postgres-killed";
import { processKilled } from "@/tests/chaos/faults/process-killed";
import { processFrozen } from "@/tests/chaos/faults/process-frozen";
import { redisGone } from "@/tests/chaos/faults/redis-gone";
import { rollingRestart } from "@/tests/chaos/faults/rolling-restart";
import { uncaughtError } from "@/tests/chaos/faults/uncaught-error";

/** Everything that is done to the servers and to people, one after the other. */
export const faults: readonly Fault[] = [
  processKilled,
  processFrozen,
  rollingRestart,
  uncaughtError,
  postgresKilledBriefly,
  postgresKilledForLong,
  commitAnswerLost,
  databaseConnectionsCut,
  databaseSlow,
  databasePaused,
  diskFull,
  readOnly,
  busCut,
  redisGone,
  peopleComeAndGo,
  clocksOff,
  oneNumberTwice,
  deafReader,
  mutatedFrames,
  oldBackup,
  peopleAsleep,
  databaseReplaced,
  derivingHeldUp,
];
