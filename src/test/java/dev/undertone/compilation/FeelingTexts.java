package dev.undertone.compilation;

import java.util.List;

/** Texts written for these tests, of many lengths and every emotion. */
final class FeelingTexts {

    static final List<String> ALL = List.of(
            "i feel so happy today",
            "this is the best morning i have had in weeks, the sun is out and the coffee is hot",
            "nobody came to the party and i sat there by myself until the candles were gone",
            "i miss my grandmother every single day since we lost her",
            "why would you do that to me? i am so angry that my hands are shaking",
            "stop calling me, i have told you three times and i am sick of it",
            "i cannot sleep, i keep hearing steps outside the window and i am terrified",
            "the doctor has not called back and i am worried about the results",
            "i love the way you listen to me, i feel so cared for when we talk",
            "thank you for the letter, it made me feel loved and remembered",
            "wait, you are moving to canada? i did not see that coming at all",
            "i was amazed by how quickly the whole town came together to help",
            "meh",
            "ok",
            "it is raining again",
            "the meeting starts at nine and ends at ten",
            "you are all useless, every update breaks something that used to work",
            "i feel hopeless about the exam and about everything that comes after it",
            "our team won in the last minute and i shouted until my voice was gone!!!",
            "i am nervous about tomorrow but a little excited as well",
            "he held my hand the whole way home and i felt safe",
            "they laughed at me in front of everyone and i wanted to disappear",
            "i opened the box and there it was, the ring that i had lost ten years ago",
            "this game has been broken for a month and support answers with the same three sentences, i want my money back",
            "i feel a bit strange",
            "the dog next door barks all night, all day, and all weekend, and the owner just smiles",
            "sometimes i feel that i am only a burden to the people around me",
            "i feel blessed to have friends who drive four hours to sit with me for one",
            "there was a loud bang, the lights went out, and somebody screamed",
            "i never thought i would say this, but i am proud of what i have done this year");

    private FeelingTexts() {}
}
