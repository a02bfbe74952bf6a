import fc from 'fast-check'

/**
 * Properties are tried on the same values in every run, so that a run says something of the change and not of the day.
 * `FC_SEED=$RANDOM npm test` tries others; what that finds becomes a test of its own.
 */
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20261119) })
