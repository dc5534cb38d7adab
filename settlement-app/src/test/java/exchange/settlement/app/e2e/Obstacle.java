package exchange.settlement.app.e2e;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.Rejection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Something in the way of some commands: it has them refused, or holds them up, until it is taken away. */
final class Obstacle implements MessageHandlerInterceptor<CommandMessage<?>>, AutoCloseable {

    static final String WHY = "The obstacle is in the way.";

    private final Predicate<Command> meets;
    private final Registration registration;
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private final boolean refuses;

    private Obstacle(OwnEngine engine, boolean refuses, Predicate<Command> meets) {
        this.meets = meets;
        this.refuses = refuses;
        this.registration = engine.bean(CommandBus.class).registerHandlerInterceptor(this);
    }

    static Obstacle refusing(OwnEngine engine, Predicate<Command> meets) {
        return new Obstacle(engine, true, meets);
    }

    static Obstacle holdingUp(OwnEngine engine, Predicate<Command> meets) {
        return new Obstacle(engine, false, meets);
    }

    /** Waits until a command stands in front of it. */
    void awaitArrival() throws InterruptedException {
        if (!arrived.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("no command came");
        }
    }

    /** Lets those through that it holds up. */
    void open() {
        open.countDown();
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        if (meets.test((Command) unitOfWork.getMessage().getPayload())) {
            arrived.countDown();
            if (refuses) {
                throw Rejection.conflict("obstacle", WHY).asException();
            }
            if (!open.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody opened");
            }
        }
        return chain.proceed();
    }

    @Override
    public void close() {
        open();
        registration.close();
    }
}
