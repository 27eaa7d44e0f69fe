/** A thread that ends its whole process, as the engine does where it can't go on. */
process.kill(process.pid, 'SIGABRT')
