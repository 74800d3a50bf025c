// Stands in for the native watchdog, which ends a server whose parent is gone: our scripts see to that themselves.
exports.start = () => undefined;
exports.exit = (/** @type {number} */ exitCode) => process.exit(exitCode);
