package exchange.settlement.app.startup;

/**
 * Stops this engine when the process that started it is gone. A Maven that is killed outright cannot stop the engine it
 * started, which would go on holding port and data directory unseen.
 */
final class ParentWatch {

    ParentWatch() {
        ProcessHandle.current().parent()
                .ifPresent(parent -> Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
                    parent.onExit().join();
                    System.exit(1);
                }));
    }
}
