package exchange.eventstore;

import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDecorator;

/** A message under another identifier; it leaves the payload alone, which may be serialised lazily or already. */
final class RenamedMessage<T> extends MessageDecorator<T> {

    private final String identifier;

    RenamedMessage(Message<T> message, String identifier) {
        super(message);
        this.identifier = identifier;
    }

    @Override
    public String getIdentifier() {
        return identifier;
    }

    @Override
    public Message<T> withMetaData(Map<String, ?> metaData) {
        return new RenamedMessage<>(getDelegate().withMetaData(metaData), identifier);
    }

    @Override
    public Message<T> andMetaData(Map<String, ?> metaData) {
        return new RenamedMessage<>(getDelegate().andMetaData(metaData), identifier);
    }
}
