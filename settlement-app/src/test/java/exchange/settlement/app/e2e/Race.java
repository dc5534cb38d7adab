package exchange.settlement.app.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Sends commands at the same moment. */
final class Race {

    static final int RUNNERS = 8;

    private Race() {}

    /** Sends the n-th command of eight each on a thread of its own, all let off together; the answers in order of n. */
    static List<Answer> of(IntFunction<Engine.Command> commands) {
        var ready = new CountDownLatch(RUNNERS);
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, RUNNERS).mapToObj(commands).map(command -> threads.submit(() -> {
                ready.countDown();
                start.await();
                return command.send();
            })).toList();
            ready.await();
            start.countDown();
            var answers = new ArrayList<Answer>();
            for (var runner : running) {
                answers.add(runner.get(90, TimeUnit.SECONDS));
            }
            return answers;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }

    /** How many answers had a status. */
    static long count(List<Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }
}
