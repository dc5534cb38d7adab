package exchange.eventstore;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** An engine behind Axon's event store, used as an application uses it: in units of work of commands. */
final class EngineUnderTest implements AutoCloseable {

    final GaplessEventStorageEngine engine;
    final EmbeddedEventStore store;
    final MutableClock clock;

    EngineUnderTest(GaplessEventStorageEngine engine, MutableClock clock) {
        this.engine = engine;
        this.clock = clock;
        this.store = EmbeddedEventStore.builder().storageEngine(engine).build();
        var _ = store.registerDispatchInterceptor(new CommandIdentity());
    }

    /** Handles a command with an id in a unit of work. */
    AppendReceipt command(UUID commandId, Runnable decision) {
        return unitOfWork(Map.of(CommandIdentity.COMMAND_ID, commandId.toString()), decision);
    }

    /** Handles a command without an id in a unit of work. */
    AppendReceipt command(Runnable decision) {
        return unitOfWork(Map.of(), decision);
    }

    private static AppendReceipt unitOfWork(Map<String, ?> metaData, Runnable decision) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("command", metaData));
        AppendReceipt receipt = AppendReceipt.of(unitOfWork);
        unitOfWork.execute(decision);
        return receipt;
    }

    /** Appends events to an aggregate, behind those that it has. */
    void note(String aggregateId, String... texts) {
        command(() -> {
            long next = store.lastSequenceNumberFor(aggregateId).orElse(-1L) + 1;
            for (String text : texts) {
                store.publish(event(aggregateId, next++, text));
            }
        });
    }

    static DomainEventMessage<Noted> event(String aggregateId, long sequence, String text) {
        return new GenericDomainEventMessage<>("Notebook", aggregateId, sequence, new Noted(text));
    }

    /** All events that readers see. */
    List<TrackedEventMessage<?>> all() {
        return engine.read(0, Integer.MAX_VALUE);
    }

    List<String> texts() {
        return all().stream().map(EngineUnderTest::text).toList();
    }

    static String text(TrackedEventMessage<?> event) {
        return ((Noted) event.getPayload()).text();
    }

    static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    /** Runs a task with every index from 0 at once, on a thread each, and returns what they returned. */
    static <T> List<T> concurrently(int threads, IndexedTask<T> task) {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = IntStream.range(0, threads).mapToObj(i -> executor.submit(() -> {
                start.await();
                return task.run(i);
            })).toList();
            start.countDown();
            return futures.stream().map(EngineUnderTest::result).toList();
        }
    }

    /** A task that knows which of several it is. */
    interface IndexedTask<T> {
        T run(int index) throws Exception;
    }

    /** Runs a task on another thread, hence outside of the current unit of work. */
    static <T> T elsewhere(Callable<T> task) {
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            return result(executor.submit(task));
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        store.shutDown();
    }
}
