package dev.undertone.compilation.onnx;

import java.util.List;

/** One operator of a graph: its inputs by name and its attributes. */
public final class Node {

    private static final String MICROSOFT = "com.microsoft";
    private static final int FLOAT = 1;
    private static final int INT = 2;
    private static final int INTS = 7;

    private final String operator;
    private final Message attributes = new Message();
    private final String domain;
    private final List<String> inputs;

    private Node(String domain, String operator, List<String> inputs) {
        this.domain = domain;
        this.operator = operator;
        this.inputs = inputs;
    }

    /** An operator of the ONNX standard; an input that is left out is an empty name. */
    public static Node of(String operator, String... inputs) {
        return new Node("", operator, List.of(inputs));
    }

    /** An operator that ONNX Runtime adds to the standard. */
    public static Node microsoft(String operator, String... inputs) {
        return new Node(MICROSOFT, operator, List.of(inputs));
    }

    /** Sets an attribute that is a whole number. */
    public Node with(String attribute, long value) {
        attributes.message(5, new Message().text(1, attribute).number(3, value).number(20, INT));
        return this;
    }

    /** Sets an attribute that is a floating point number. */
    public Node with(String attribute, float value) {
        attributes.message(5, new Message().text(1, attribute).real(2, value).number(20, FLOAT));
        return this;
    }

    /** Sets an attribute that is a list of whole numbers. */
    public Node with(String attribute, long... values) {
        Message list = new Message().text(1, attribute).number(20, INTS);
        for (long value : values) {
            list.number(8, value);
        }
        attributes.message(5, list);
        return this;
    }

    String operator() {
        return operator;
    }

    Message message(List<String> outputs) {
        Message message = new Message();
        inputs.forEach(input -> message.text(1, input));
        outputs.forEach(output -> message.text(2, output));
        return message.text(3, outputs.get(0))
                .text(4, operator)
                .append(attributes)
                .text(7, domain);
    }
}
